// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/disclosure_words.hpp"

#include <algorithm>
#include <bitset>

#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

enum class Sort : std::uint8_t { Filler, Itself, Label, Star, Mark, BareMark };

struct Word {
    std::u32string_view words;
    Sort sort = Sort::Filler;
    Reach reach = Reach::Public;
};

constexpr Word secret(std::u32string_view words) {
    return {words, Sort::Mark, Reach::Secret};
}
constexpr Word internal(std::u32string_view words) {
    return {words, Sort::Mark, Reach::Internal};
}
constexpr Word open_to_all(std::u32string_view words) {
    return {words, Sort::Mark, Reach::Public};
}

constexpr Word kMarks[] = {
    secret(U"绝密"),
    secret(U"机密"),
    secret(U"秘密"),
    secret(U"国家秘密"),
    secret(U"涉密"),
    secret(U"密件"),
    secret(U"核心商密"),
    secret(U"普通商密"),
    secret(U"topsecret"),
    secret(U"confidential"),
    secret(U"secret"),
    {U"商业秘密", Sort::BareMark, Reach::Secret},
    {U"密", Sort::BareMark, Reach::Secret},
    internal(U"工作秘密"),
    internal(U"注意保存"),
    internal(U"妥善保管"),
    internal(U"妥善保存"),
    internal(U"注意保密"),
    internal(U"请保密"),
    internal(U"严格保密"),
    internal(U"对外保密"),
    internal(U"保守秘密"),
    internal(U"严守秘密"),
    internal(U"阅后收回"),
    internal(U"会后收回"),
    internal(U"用后收回"),
    internal(U"阅后退回"),
    internal(U"会后退回"),
    internal(U"阅后销毁"),
    internal(U"阅后即焚"),
    internal(U"党内文件"),
    internal(U"党内刊物"),
    internal(U"党内资料"),
    internal(U"党内传阅"),
    internal(U"internaluseonly"),
    internal(U"forinternaluseonly"),
    internal(U"officialuseonly"),
    internal(U"forofficialuseonly"),
    {U"restricted", Sort::BareMark, Reach::Internal},
    {U"notforpublication", Sort::Mark, Reach::NotPublic},
    {U"解密后公开", Sort::Mark, Reach::NotPublic},
    internal(U"内部资料"),
    internal(U"内部文件"),
    internal(U"内部材料"),
    internal(U"内部刊物"),
    internal(U"内部使用"),
    internal(U"内部参考"),
    internal(U"内部参阅"),
    internal(U"内部传阅"),
    internal(U"内部掌握"),
    internal(U"内部发行"),
    internal(U"内部交流"),
    internal(U"内部学习"),
    internal(U"内部公文"),
    internal(U"内部明电"),
    internal(U"内部电报"),
    internal(U"内部公开"),
    internal(U"内部阅读"),
    internal(U"内部讨论"),
    internal(U"内部印发"),
    internal(U"内部资料性"),
    internal(U"内部工作参考"),
    {U"是否公开:否", Sort::Mark, Reach::NotPublic},
    {U"donotcopy", Sort::Mark, Reach::NoSpreading},
    {U"限阅", Sort::BareMark, Reach::Internal},
    {U"仅限本机关", Sort::BareMark, Reach::Internal},
    {U"仅限本单位", Sort::BareMark, Reach::Internal},
    {U"仅限本系统", Sort::BareMark, Reach::Internal},
    {U"内部", Sort::BareMark, Reach::Internal},
    {U"党内", Sort::BareMark, Reach::Internal},
    {U"保密", Sort::BareMark, Reach::Internal},
    {U"internal", Sort::BareMark, Reach::Internal},
    {U"依申请公开", Sort::Mark, Reach::OnRequest},
    {U"依申请", Sort::Mark, Reach::OnRequest},
    {U"申请公开", Sort::Mark, Reach::OnRequest},
    open_to_all(U"公开发布"),
    open_to_all(U"主动公开"),
    open_to_all(U"公开"),
    open_to_all(U"公开发表"),
    open_to_all(U"公开刊发"),
    open_to_all(U"公开印发"),
    open_to_all(U"全文公开"),
    open_to_all(U"社会公开"),
    open_to_all(U"公开刊登"),
};

constexpr std::u32string_view kItself[] = {
    U"此件",   U"本件",   U"该件",   U"此文",   U"本文",   U"此文件", U"本文件", U"该文件",
    U"此资料", U"本资料", U"此材料", U"本材料", U"此稿",   U"本稿",   U"此刊",   U"本刊",
    U"此公文", U"本公文", U"此信息", U"本信息", U"此通知", U"本通知", U"此批复", U"本批复",
    U"此函",   U"本函",   U"本意见", U"本方案", U"本报告", U"本纪要", U"本办法", U"本规定",
    U"本决定", U"本通报", U"本规划", U"此页",   U"本页",   U"此电",   U"本电",
};

constexpr std::u32string_view kLabels[] = {
    U"密级",
    U"秘级",
    U"密级和保密期限",
    U"密级及保密期限",
    U"保密期限",
    U"保密等级",
    U"保密级别",
    U"涉密等级",
    U"公开方式",
    U"公开属性",
    U"公开类别",
    U"公开类型",
    U"公开形式",
    U"公开范围",
    U"公开程度",
    U"公开选项",
    U"公开权限",
    U"信息公开属性",
    U"信息公开类别",
    U"信息公开方式",
    U"信息公开选项",
    U"政府信息公开属性",
    U"政府信息公开选项",
    U"政府信息公开方式",
    U"公文公开属性",
    U"文件公开属性",
    U"公文公开方式",
    U"是否公开",
    U"公开与否",
    U"公开层级",
    U"发布层级",
    U"发布范围",
    U"知悉范围",
};

constexpr std::u32string_view kFillers[] = {
    U"文件",     U"资料",     U"材料",     U"公文",     U"内容",     U"刊物",     U"电报",
    U"明电",     U"传真",     U"信息",     U"政府信息", U"全文",     U"附件",     U"及其附件",
    U"及附件",   U"原则上",   U"属",       U"属于",     U"涉及",     U"为",       U"系",
    U"是",       U"级",       U"件",       U"请",       U"应",       U"须",       U"务必",
    U"必须",     U"一律",     U"严格",     U"依法",     U"依规",     U"按规定",   U"按照规定",
    U"暂",       U"仅",       U"仅限",     U"限",       U"限于",     U"供",       U"仅供",
    U"只供",     U"只限",     U"在",       U"限供",     U"专供",     U"机关",     U"单位",
    U"本单位",   U"本机关",   U"本系统",   U"本部门",   U"系统",     U"党政机关", U"工作人员",
    U"干部",     U"领导",     U"领导同志", U"会议",     U"参会人员", U"与会人员", U"参阅",
    U"阅读",     U"研究",     U"讨论",     U"学习",     U"交流",     U"使用",     U"工作使用",
    U"参考",     U"工作参考", U"注意",     U"掌握",     U"传阅",     U"未经批准", U"未经许可",
    U"未经同意", U"未经授权", U"特急",     U"加急",     U"平急",     U"特提",     U"紧急程度",
    U"份号",     U"编号",     U"第",       U"号",       U"no",       U"及",       U"和",
    U"或",       U"与",       U"并",       U"且",       U"注",       U"附注",     U"备注",
    U"说明",     U"提示",     U"提醒",     U"声明",     U"警告",     U"年",       U"个月",
    U"月",       U"日",       U"天",       U"长期",     U"永久",     U"至",       U"解密",
    U"启封",     U"前",       U"后",       U"起",       U"定密",     U"严禁",     U"十",
    U"百",       U"免费",
};

constexpr std::u32string_view kNegations[] = {
    U"不",   U"不予", U"不予以", U"不得", U"不宜", U"不能",     U"不可",
    U"不应", U"不作", U"不许",   U"不准", U"暂不", U"暂不予",   U"暂缓",
    U"免予", U"免于", U"非",     U"禁止", U"严禁", U"严格禁止", U"请勿",
    U"勿",   U"切勿", U"请不要", U"不要", U"谢绝", U"不主动",   U"不再",
};
constexpr std::u32string_view kBetween[] = {
    U"对外",       U"向外",   U"向社会",     U"擅自",       U"随意",       U"自行",     U"在互联网",
    U"在互联网上", U"在网上", U"在网络上",   U"通过互联网", U"通过网络",   U"通过微信", U"用微信",
    U"向媒体",     U"对媒体", U"利用互联网", U"以任何形式", U"以任何方式", U"上互联网", U"拍照",
};
struct Act {
    std::u32string_view words;
    Reach reach;
};
constexpr Act kActs[] = {
    {U"公开", Reach::NotPublic},       {U"公开发布", Reach::NotPublic},
    {U"公开发表", Reach::NotPublic},   {U"公开报道", Reach::NotPublic},
    {U"公开刊登", Reach::NotPublic},   {U"公开宣传", Reach::NotPublic},
    {U"公开引用", Reach::NotPublic},   {U"公布", Reach::NotPublic},
    {U"发布", Reach::NotPublic},       {U"发表", Reach::NotPublic},
    {U"报道", Reach::NotPublic},       {U"登报", Reach::NotPublic},
    {U"见报", Reach::NotPublic},       {U"宣传", Reach::NotPublic},
    {U"刊登", Reach::NotPublic},       {U"外传", Reach::NoSpreading},
    {U"翻印", Reach::NoSpreading},     {U"翻拍", Reach::NoSpreading},
    {U"复印", Reach::NoSpreading},     {U"复制", Reach::NoSpreading},
    {U"扫描", Reach::NoSpreading},     {U"拍摄", Reach::NoSpreading},
    {U"摘抄", Reach::NoSpreading},     {U"摘录", Reach::NoSpreading},
    {U"抄录", Reach::NoSpreading},     {U"传播", Reach::NoSpreading},
    {U"扩散", Reach::NoSpreading},     {U"外泄", Reach::NoSpreading},
    {U"泄露", Reach::NoSpreading},     {U"泄密", Reach::NoSpreading},
    {U"传输", Reach::NoSpreading},     {U"传送", Reach::NoSpreading},
    {U"录音", Reach::NoSpreading},     {U"录像", Reach::NoSpreading},
    {U"录音录像", Reach::NoSpreading}, {U"转发", Reach::NoSpreading},
    {U"转传", Reach::NoSpreading},     {U"散发", Reach::NoSpreading},
    {U"上网", Reach::NoSpreading},     {U"发朋友圈", Reach::NoSpreading},
    {U"拍照", Reach::NoSpreading},     {U"公开传播", Reach::NoSpreading},
    {U"提供", Reach::NoSpreading},     {U"丢失", Reach::NoSpreading},
    {U"遗失", Reach::NoSpreading},
};

bool stands_at(std::u32string_view text, std::size_t at, std::u32string_view words) {
    // Nearly always the first character tells.
    return at < text.size() && text[at] == words.front() && text.substr(at, words.size()) == words;
}

// The longest of `words` that stands at `at`, 0 without one.
template <std::size_t N>
std::size_t longest(std::u32string_view text, std::size_t at,
                    const std::u32string_view (&words)[N]) {
    std::size_t length = 0;
    for (const std::u32string_view one : words)
        if (one.size() > length && stands_at(text, at, one)) length = one.size();
    return length;
}

struct Step {
    std::size_t length = 0;
    Sort sort = Sort::Filler;
    Reach reach = Reach::Public;
};

void take_longer(Step& best, const Step& step) {
    if (step.length > best.length) best = step;
}

// The longest act that stands at `at`, and those that 、 or 和 join to it: 翻拍、复制.
Step acts_at(std::u32string_view text, std::size_t at) {
    Step best;
    for (const Act& act : kActs)
        if (stands_at(text, at, act.words))
            take_longer(best, {act.words.size(), Sort::Mark, act.reach});
    const std::size_t next = at + best.length;
    if (best.length == 0 || next >= text.size()) return best;
    if (std::u32string_view(U"、,和或及与").find(text[next]) == std::u32string_view::npos)
        return best;
    if (const Step more = acts_at(text, next + 1); more.length > 0) best.length += 1 + more.length;
    return best;
}

// 不得擅自外传, 不对外公开, 严禁翻拍
Step negated(std::u32string_view text, std::size_t at) {
    Step best;
    for (const std::u32string_view negation : kNegations) {
        if (!stands_at(text, at, negation)) continue;
        std::size_t end = at + negation.size();
        while (const std::size_t more = longest(text, end, kBetween)) {
            if (stands_at(text, end, U"拍照") && more == 2) break;
            end += more;
        }
        if (const Step act = acts_at(text, end); act.length > 0)
            take_longer(best, {end + act.length - at, Sort::Mark, act.reach});
    }
    return best;
}

bool is_punctuation(char32_t c) {
    return std::u32string_view(
               U",.;:!()[]{}〔〕【】〖〗《》〈〉「」『』“”‘’\"'、。·•・…—–-―~/|\\=_<>^#&+×")
               .find(c) != std::u32string_view::npos;
}

bool is_of_number(char32_t c) {
    return core::is_digit(c) ||
           std::u32string_view(U"〇零一二三四五六七八九两").find(c) != std::u32string_view::npos;
}

// The characters with which some step begins; most begin none.
class StepOpeners {
  public:
    StepOpeners() {
        for (const Word& mark : kMarks) add(mark.words);
        for (const auto words : kNegations) add(words);
        for (const auto words : kLabels) add(words);
        for (const auto words : kItself) add(words);
        for (const auto words : kFillers) add(words);
    }
    bool contains(char32_t c) const { return c < known_.size() && known_[c]; }

  private:
    void add(std::u32string_view words) { known_.set(words.front()); }  // throws beyond the BMP
    std::bitset<0x10000> known_;
};

Step next_step(std::u32string_view text, std::size_t at) {
    if (text[at] == U'★') return {1, Sort::Star};
    static const StepOpeners openers;
    if (!openers.contains(text[at]))
        return {is_punctuation(text[at]) || is_of_number(text[at]) ? 1u : 0u};
    Step best = negated(text, at);
    for (const Word& mark : kMarks)
        if (stands_at(text, at, mark.words))
            take_longer(best, {mark.words.size(), mark.sort, mark.reach});
    take_longer(best, {longest(text, at, kLabels), Sort::Label});
    take_longer(best, {longest(text, at, kItself), Sort::Itself});
    take_longer(best, {longest(text, at, kFillers), Sort::Filler});
    if (best.length == 0 && (is_punctuation(text[at]) || is_of_number(text[at]))) best.length = 1;
    return best;
}

class RunReader {
  public:
    RunReader(std::u32string_view text, std::size_t at) : text_(text) { run_.end = at; }

    MarkRun read(bool first_only) {
        while (run_.end < text_.size()) {
            const Step step = next_step(text_, run_.end);
            if (step.length == 0) break;
            take(step);
            run_.end += step.length;
            if (first_only && run_.restricts()) break;
        }
        run_.bare = marks_ == 1 && bare_ == 1 && !run_.starred;
        return run_;
    }

  private:
    void take(const Step& step) {
        if (step.sort == Sort::Itself) run_.itself = true;
        if (step.sort == Sort::Label) run_.labelled = true;
        if (step.sort == Sort::Star && run_.has(Reach::Secret)) run_.starred = true;
        if (step.sort != Sort::Mark && step.sort != Sort::BareMark) return;
        ++marks_;
        bare_ += step.sort == Sort::BareMark ? 1 : 0;
        run_.reaches |= 1U << static_cast<unsigned>(step.reach);
        const std::u32string_view words = text_.substr(run_.end, step.length);
        if (words.find(U':') != std::u32string_view::npos) run_.labelled = true;  // 是否公开:否
        if (step.reach != Reach::Secret || words == first_secret_) return;
        if (first_secret_.empty()) first_secret_ = words;
        ++run_.secrets;
    }

    std::u32string_view text_;
    std::u32string_view first_secret_;
    MarkRun run_;
    int marks_ = 0;
    int bare_ = 0;
};

}  // namespace

bool MarkRun::offers() const {
    const bool open = has(Reach::Public) || has(Reach::OnRequest);
    return secrets > 1 || (open && has(Reach::NotPublic)) ||
           (has(Reach::Public) && has(Reach::OnRequest));
}

MarkRun read_mark_run(std::u32string_view text, std::size_t at) {
    return RunReader(text, at).read(false);
}

MarkRun read_first_mark(std::u32string_view text, std::size_t at) {
    MarkRun run = RunReader(text, at).read(true);
    return run.restricts() ? run : MarkRun{};
}

std::size_t label_at(std::u32string_view text, std::size_t at) {
    return longest(text, at, kLabels);
}

bool names_itself(std::u32string_view text, std::size_t at) {
    return longest(text, at, kItself) > 0;
}

bool opens_field(std::u32string_view text, std::size_t at) {
    const std::size_t length = longest(text, at, kLabels);
    return length > 0 && at + length < text.size() && text[at + length] == U':';
}

}  // namespace gongbao::editor
