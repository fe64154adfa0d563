// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <random>
#include <string>

#include "fayi/base/clock.h"
#include "fayi/base/random.h"

namespace fayi::testing {

/// A clock that stands still unless a test moves it.
class FakeClock final : public Clock {
public:
    /// 2026-03-02T09:00:00+08:00, a Monday.
    static constexpr Millis kMonday{1'772'413'200'000};

    explicit FakeClock(Millis start = kMonday) : m_now(start.count()) {}
    Millis now() const override { return Millis(m_now.load()); }
    Millis steady() const override { return Millis(m_steady.load()); }
    void advance(Millis by) {
        m_now += by.count();
        m_steady += by.count();
    }
    /// Only the wall clock: somebody set it.
    void jump(Millis by) { m_now += by.count(); }

private:
    std::atomic<std::int64_t> m_now;
    std::atomic<std::int64_t> m_steady{0};
};

/// The same bytes for the same seed.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_engine(seed) {}
    Bytes bytes(std::size_t count) override {
        Bytes out(count, '\0');
        for (char& c : out)
            c = static_cast<char>(m_engine() & 0xFF);
        return out;
    }

private:
    std::mt19937_64 m_engine;
};

/// A folder that goes with the test.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "fayi-test-XXXXXX").string();
        m_path = ::mkdtemp(pattern.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

}  // namespace fayi::testing
