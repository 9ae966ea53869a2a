// SPDX-License-Identifier: Apache-2.0
#include "typeset/svg/outlines.hpp"

#include <hb.h>

#include <cmath>

namespace gongbao::typeset::svg {
namespace {

struct Place {
    long x = 0;
    long y = 0;
};

// Writes path data. Each point is rounded where it stands, so that relative steps do not add up
// errors.
class Pen {
  public:
    void move(Place to) {
        command('m');
        step(to);
        at_ = start_ = to;
    }
    void line(Place to) {
        if (to.y == at_.y) {
            command('h');
            number(to.x - at_.x);
        } else if (to.x == at_.x) {
            command('v');
            number(to.y - at_.y);
        } else {
            command('l');
            step(to);
        }
        at_ = to;
    }
    void quadratic(Place control, Place to) {
        command('q');
        step(control);
        step(to);
        at_ = to;
    }
    void cubic(Place first, Place second, Place to) {
        command('c');
        step(first);
        step(second);
        step(to);
        at_ = to;
    }
    void close() {
        path_ += 'z';
        last_ = 'z';
        at_ = start_;
    }

    std::string path() && { return std::move(path_); }

  private:
    // A command that is repeated need not be named again, but for "m", which would draw lines.
    void command(char name) {
        if (name == last_ && name != 'm') {
            separate_ = true;
            return;
        }
        path_ += name;
        last_ = name;
        separate_ = false;
    }
    void number(long value) {
        if (separate_ && value >= 0) path_ += ' ';
        path_ += std::to_string(value);
        separate_ = true;
    }
    void step(Place to) {
        number(to.x - at_.x);
        number(to.y - at_.y);
    }

    std::string path_;
    Place start_;
    Place at_;
    char last_ = 0;
    bool separate_ = false;
};

Place place(float x, float y) {
    return {std::lround(x), std::lround(y)};
}
Pen& pen(void* data) {
    return *static_cast<Pen*>(data);
}

void on_move(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    pen(data).move(place(x, y));
}
void on_line(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    pen(data).line(place(x, y));
}
void on_quadratic(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x,
                  float y, void*) {
    pen(data).quadratic(place(cx, cy), place(x, y));
}
void on_cubic(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx,
              float by, float x, float y, void*) {
    pen(data).cubic(place(ax, ay), place(bx, by), place(x, y));
}
void on_close(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
    pen(data).close();
}

hb_draw_funcs_t* draw_functions() {
    static hb_draw_funcs_t* const kFunctions = [] {
        hb_draw_funcs_t* functions = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(functions, on_move, nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(functions, on_line, nullptr, nullptr);
        hb_draw_funcs_set_quadratic_to_func(functions, on_quadratic, nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(functions, on_cubic, nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(functions, on_close, nullptr, nullptr);
        hb_draw_funcs_make_immutable(functions);
        return functions;
    }();
    return kFunctions;
}

// A font of its own: scale set to thousandths of an em, whatever the face's own units.
std::string draw(const FontFace& face, std::uint32_t glyph) {
    hb_font_t* font = hb_font_create(face.handle());
    hb_font_set_scale(font, 1000, 1000);
    Pen pen;
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, draw_functions(), &pen);
#else
    hb_font_get_glyph_shape(font, glyph, draw_functions(), &pen);
#endif
    hb_font_destroy(font);
    return std::move(pen).path();
}

}  // namespace

const std::string& Outlines::path(FaceId face, std::uint32_t glyph) {
    const std::uint64_t key = std::uint64_t{face} << 32 | glyph;
    const std::lock_guard lock(mutex_);
    const auto found = paths_.find(key);
    if (found != paths_.end()) return found->second;
    return paths_.emplace(key, draw(fonts_.face(face), glyph)).first->second;
}

}  // namespace gongbao::typeset::svg
