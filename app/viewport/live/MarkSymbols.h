// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtQuick3D/QQuick3DTextureData>
#include <QUrl>

namespace twin::viewport {

/// The sheet of what stands on heads: the symbols of kinds of things, and counts of clusters. White on nothing.
class MarkSymbols : public QQuick3DTextureData {
    Q_OBJECT
    /// where the SVG files of live::symbols() lie
    Q_PROPERTY(QUrl folder READ folder WRITE setFolder NOTIFY folderChanged REQUIRED)

public:
    static constexpr int columns = 16;
    static constexpr int rows = 9;

    explicit MarkSymbols(QQuick3DObject* parent = nullptr);
    [[nodiscard]] QUrl folder() const { return m_folder; }
    void setFolder(const QUrl& folder);

    /// @returns the cell of a symbol; of an unknown one that of "value".
    [[nodiscard]] static int cellOf(const QString& symbol);
    /// @returns the cell of a count from 2 up: exact below 100, then rounded down: "200+".
    [[nodiscard]] static int cellOfCount(std::size_t count);

Q_SIGNALS:
    void folderChanged();

private:
    QUrl m_folder;
};

} // namespace twin::viewport
