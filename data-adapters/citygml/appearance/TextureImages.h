// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include <QString>

namespace twin::citygml {

/// Width and height in pixels.
struct ImageSize {
    int width = 0;
    int height = 0;
};

/// @returns the size that a png, jpeg or webp states in its first bytes; nothing for other files.
[[nodiscard]] std::optional<ImageSize> imageSize(const QString& path);

/// The images that a city model names, found below the model's own folder and nowhere else: a name that is absolute, a
/// URL, leads upwards or, by links of the file system, outside is refused without opening it. One object a thread.
class TextureImages {
public:
    explicit TextureImages(const QString& modelPath);

    struct Found {
        QString path;   ///< absolute; empty: not usable
        QString reason; ///< of an Issue where it is not usable
    };
    [[nodiscard]] const Found& find(std::string_view uri);
    /// @returns the six values of an ESRI world file beside an image (png → pgw or pngw, wld …): A D B E C F.
    [[nodiscard]] std::optional<std::array<double, 6>> worldFile(const QString& imagePath) const;

private:
    [[nodiscard]] Found look(std::string_view uri) const;

    QString m_folder; ///< canonical
    std::map<std::string, Found, std::less<>> m_found;
};

} // namespace twin::citygml
