// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace twin::citygml {

/// A growing array of characters that, unlike std::string, hands out room to be written by read() without filling it
/// with zeros before: the importer's memory traffic is its speed.
class TextBuffer {
public:
    [[nodiscard]] char* data() { return m_data.get(); }
    [[nodiscard]] const char* data() const { return m_data.get(); }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::string_view view() const { return {m_data.get(), m_size}; }

    /// @returns room for `bytes` characters behind the text; `commit` says how many were written.
    [[nodiscard]] char* reserveMore(std::size_t bytes)
    {
        if (m_size + bytes > m_capacity)
            grow(std::max(m_size + bytes, m_capacity + m_capacity / (m_capacity < largeText ? 2 : 8)));
        return m_data.get() + m_size;
    }
    void commit(std::size_t bytes) { m_size += bytes; }
    void append(std::string_view text)
    {
        if (text.empty())
            return;
        std::memcpy(reserveMore(text.size()), text.data(), text.size());
        commit(text.size());
    }
    /// Removes everything before `offset`.
    void dropFront(std::size_t offset)
    {
        std::memmove(m_data.get(), m_data.get() + offset, m_size - offset);
        m_size -= offset;
    }
    void truncate(std::size_t size) { m_size = size; }

private:
    static constexpr std::size_t largeText = 32u << 20; ///< from here on memory is dearer than time

    void grow(std::size_t capacity)
    {
        std::unique_ptr<char[]> data(new char[capacity]);
        if (m_size > 0)
            std::memcpy(data.get(), m_data.get(), m_size);
        m_data = std::move(data);
        m_capacity = capacity;
    }

    std::unique_ptr<char[]> m_data;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace twin::citygml
