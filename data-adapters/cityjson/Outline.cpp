// SPDX-License-Identifier: GPL-3.0-or-later
#include "cityjson/Outline.h"
#include "model/Texts.h"

#include <algorithm>
#include <limits>

#include <simdjson.h>

#include <QCoreApplication>

namespace twin::cityjson {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

bool isPlain(char c)
{
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
}

/// Goes through the document once with simdjson's on-demand parser, which only reads what is asked for. Exceptions of
/// that parser stay in this file.
class Outliner {
public:
    Outliner(const PaddedText& text, Outline& outline) : m_text(text), m_outline(outline) {}

    void run(ondemand::document& document)
    {
        m_outline.header = "{";
        for (ondemand::field field : document.get_object()) {
            const std::string key(std::string_view(field.unescaped_key()));
            if (key == "CityObjects" && field.value().type() == ondemand::json_type::object)
                readObjects(field.value());
            else if (key == "vertices" && field.value().type() == ondemand::json_type::array)
                readVertices(field.value());
            else if (std::all_of(key.begin(), key.end(), isPlain)) // known members are; others need no keeping
                keep(key, field.value());
        }
        m_outline.header += '}';
    }

private:
    void keep(const std::string& key, ondemand::value value)
    {
        std::string_view text;
        switch (value.type()) {
        case ondemand::json_type::object:
            text = std::string_view(value.get_object().value().raw_json());
            break;
        case ondemand::json_type::array:
            text = std::string_view(value.get_array().value().raw_json());
            break;
        default:
            text = std::string_view(value.raw_json_token());
        }
        if (m_outline.header.size() > 1)
            m_outline.header += ',';
        m_outline.header.append(1, '"').append(key).append("\":").append(text);
    }

    [[nodiscard]] std::string_view remember(std::string_view text) { return m_outline.texts.emplace_back(text); }

    void readObjects(ondemand::object objects)
    {
        for (ondemand::field field : objects) {
            Relatives relatives;
            relatives.id = remember(std::string_view(field.unescaped_key()));
            ondemand::value value = field.value();
            const char* const begin = std::string_view(value.raw_json_token()).data();
            std::string_view text;
            if (value.type() == ondemand::json_type::object) {
                ondemand::object object = value.get_object();
                readRelatives(object, relatives);
                object.reset();
                text = std::string_view(object.raw_json());
            } else {
                text = trimmed(std::string_view(value.raw_json_token()));
            }
            m_line += std::count(m_counted, begin, '\n');
            m_counted = begin;
            m_outline.objects.push_back({text, m_line});
            m_outline.relatives.push_back(std::move(relatives));
        }
    }

    void readRelatives(ondemand::object& object, Relatives& relatives)
    {
        for (ondemand::field field : object) {
            const ondemand::raw_json_string key = field.key();
            if (key == "type") {
                ondemand::value value = field.value();
                if (value.type() == ondemand::json_type::string)
                    relatives.isGroup = std::string_view(value.get_string()) == "CityObjectGroup";
            } else if (key == "parents") {
                readIds(field.value(), relatives.parents);
            } else if (key == "children") {
                readIds(field.value(), relatives.children);
            }
        }
    }

    void readIds(ondemand::value value, std::vector<std::string_view>& ids)
    {
        if (value.type() != ondemand::json_type::array)
            return;
        for (ondemand::value id : value.get_array())
            if (id.type() == ondemand::json_type::string)
                ids.push_back(remember(std::string_view(id.get_string())));
    }

    void readVertices(ondemand::array vertices)
    {
        for (ondemand::value vertex : vertices) {
            ProjectedPosition& p = m_outline.vertices.emplace_back(ProjectedPosition{nothing, nothing, nothing});
            if (vertex.type() != ondemand::json_type::array)
                continue;
            double numbers[3]{nothing, nothing, nothing};
            std::size_t count = 0;
            for (ondemand::value number : vertex.get_array()) {
                double read = nothing;
                if (number.type() == ondemand::json_type::number && number.get_double().get(read) != simdjson::SUCCESS)
                    read = nothing; // too large for a double
                if (count < 3)
                    numbers[count] = read;
                ++count;
            }
            if (count == 3)
                p = {numbers[0], numbers[1], numbers[2]};
        }
    }

    const PaddedText& m_text;
    Outline& m_outline;
    const char* m_counted = m_text.bytes.data(); ///< up to where lines are counted
    qint64 m_line = 1;
};

tl::unexpected<Error> malformed(const PaddedText& text, const char* place, const char* words)
{
    qint64 line = -1;
    if (place != nullptr && place >= text.bytes.data() && place <= text.bytes.data() + text.size)
        line = 1 + std::count(text.bytes.data(), place, '\n');
    return failure(ErrorCode::MalformedData,
                   QCoreApplication::translate("twin::cityjson", "Die Datei ist kein gültiges JSON."),
                   QString::fromLatin1(words), {}, {{}, line, {}});
}

} // namespace

void PaddedText::pad()
{
    size = bytes.size();
    bytes.resize(size + simdjson::SIMDJSON_PADDING);
}

Result<Outline> outlineOf(const PaddedText& text)
{
    Outline outline;
    ondemand::parser parser;
    ondemand::document document;
    const simdjson::padded_string_view view(text.bytes.data(), text.size, text.bytes.size());
    if (const auto error = parser.iterate(view).get(document); error != simdjson::SUCCESS)
        return malformed(text, nullptr, simdjson::error_message(error));
    try {
        if (document.type() != ondemand::json_type::object)
            return failure(ErrorCode::UnsupportedFormat,
                           QCoreApplication::translate("twin::cityjson", "Die Datei ist kein CityJSON-Stadtmodell."));
        Outliner(text, outline).run(document);
        if (const char* rest = nullptr; document.current_location().get(rest) == simdjson::SUCCESS)
            return malformed(text, rest, "something follows the document");
    } catch (const simdjson::simdjson_error& error) {
        const char* place = nullptr;
        if (document.current_location().get(place) != simdjson::SUCCESS)
            place = nullptr;
        return malformed(text, place, error.what());
    }
    return outline;
}

} // namespace twin::cityjson
