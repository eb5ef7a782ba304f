// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>

namespace twin::viewport {

/// A sheet of short texts, painted when they are asked for first; the one that nobody asked for longest gives way.
/// GUI thread.
class LabelSheet {
public:
    static constexpr int columns = 4;
    static constexpr int rows = 32;
    static constexpr int cellWidth = 240; ///< logical pixels
    static constexpr int cellHeight = 22;

    explicit LabelSheet(double pixelRatio = 1);

    struct Cell {
        int number = 0;
        int width = 0; ///< logical pixels that are used of it
    };
    /// From here on texts count as asked for anew; those of the round before are the next to give way.
    void beginRound() { ++m_round; }
    /// @param muted  what is stale
    /// @returns where the text stands; number -1: all cells are in use this round.
    [[nodiscard]] Cell cellOf(const QString& text, bool muted);
    /// @returns the whole sheet, RGBA, row 0 on top.
    [[nodiscard]] const QImage& image() const { return m_image; }
    /// Grows whenever something was painted.
    [[nodiscard]] quint64 version() const { return m_version; }

private:
    struct Entry {
        Cell cell;
        quint64 round = 0;
    };
    [[nodiscard]] int freeCell();
    [[nodiscard]] int paint(int number, const QString& text, bool muted);

    double m_ratio;
    QImage m_image;
    QHash<QString, Entry> m_entries; ///< muted ones begin with a control character
    quint64 m_round = 0;
    quint64 m_version = 0;
};

} // namespace twin::viewport
