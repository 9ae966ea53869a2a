// SPDX-License-Identifier: Apache-2.0
#include "server/kit/metrics.hpp"

#include <cstdio>

namespace gongbao::server {
namespace {

std::string seconds(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%g", value);
    return text.data();
}

void open_metric(std::string& text, const char* name, const char* type, const char* help) {
    text.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ");
    text.append(name).append(" ").append(type).append("\n");
}

void add(std::string& text, const std::string& series, const std::string& value) {
    text.append(series).append(" ").append(value).append("\n");
}

void gauge(std::string& text, const char* name, const char* help, std::int64_t value) {
    open_metric(text, name, "gauge", help);
    add(text, name, std::to_string(value));
}

void counter(std::string& text, const char* name, const char* help, std::uint64_t value) {
    open_metric(text, name, "counter", help);
    add(text, name, std::to_string(value));
}

}  // namespace

void Metrics::count(int status, std::chrono::nanoseconds taken) {
    if (status >= 0 && status < static_cast<int>(by_status_.size()))
        ++by_status_[static_cast<std::size_t>(status)];
    std::size_t bucket = 0;
    while (bucket < kMicroseconds.size() &&
           taken > std::chrono::microseconds(kMicroseconds[bucket]))
        ++bucket;
    ++by_time_[bucket];
    nanoseconds_ += static_cast<std::uint64_t>(taken.count());
}

std::string Metrics::text(const Readings& readings) const {
    std::string text;
    open_metric(text, "gongbao_http_requests_total", "counter", "Requests answered, by status.");
    for (std::size_t status = 0; status < by_status_.size(); ++status)
        if (const auto count = by_status_[status].load(); count > 0)
            add(text, "gongbao_http_requests_total{status=\"" + std::to_string(status) + "\"}",
                std::to_string(count));

    const std::string duration = "gongbao_http_request_duration_seconds";
    open_metric(text, duration.c_str(), "histogram", "Time to make an answer, without sending it.");
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < by_time_.size(); ++i) {
        below += by_time_[i];
        const std::string limit = i < kMicroseconds.size()
                                      ? seconds(static_cast<double>(kMicroseconds[i]) / 1e6)
                                      : "+Inf";
        add(text, duration + "_bucket{le=\"" + limit + "\"}", std::to_string(below));
    }
    add(text, duration + "_sum", seconds(static_cast<double>(nanoseconds_) / 1e9));
    add(text, duration + "_count", std::to_string(below));

    counter(text, "gongbao_page_cache_hits_total", "Pages answered from the cache.", hits_);
    counter(text, "gongbao_page_cache_misses_total", "Pages made anew.", misses_);
    gauge(text, "gongbao_page_cache_bytes", "Bytes of ready pages.", readings.cache_bytes);
    gauge(text, "gongbao_connections", "Connections open.", readings.connections);
    gauge(text, "gongbao_archive_revision", "Revision of the archive.", readings.revision);
    gauge(text, "gongbao_archive_documents", "Documents in the archive.", readings.documents);
    return text;
}

}  // namespace gongbao::server
