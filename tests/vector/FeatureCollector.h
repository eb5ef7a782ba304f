// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vector/VectorReader.h"

#include <QFile>
#include <QTemporaryDir>

/// Keeps all features that a reader hands out, table by table.
class FeatureCollector : public twin::FeatureSink {
public:
    struct Table {
        twin::FeatureTable table;
        std::vector<twin::Feature> features;
    };
    twin::Result<int> addTable(const twin::FeatureTable& table) override
    {
        m_tables.push_back({table, {}});
        return int(m_tables.size()) - 1;
    }
    twin::Result<void> accept(twin::FeatureBatch&& batch) override
    {
        std::vector<twin::Feature>& features = m_tables.at(std::size_t(batch.table)).features;
        std::move(batch.features.begin(), batch.features.end(), std::back_inserter(features));
        return {};
    }
    [[nodiscard]] const std::vector<Table>& tables() const { return m_tables; }
    [[nodiscard]] const Table& table(const char* name) const
    {
        for (const Table& table : m_tables)
            if (table.table.name == QLatin1String(name))
                return table;
        qFatal("no table %s", name);
    }
    /// @returns a value of a feature by its field's name; null when there is no such field.
    [[nodiscard]] static QVariant value(const Table& table, std::size_t feature, const char* field)
    {
        for (std::size_t i = 0; i < table.table.fields.size(); ++i)
            if (table.table.fields[i].name == QString::fromUtf8(field))
                return table.features.at(feature).values.at(i);
        return {};
    }

private:
    std::vector<Table> m_tables;
};

/// What came of reading a file.
struct VectorOutcome {
    twin::Result<twin::FeatureSource> source;
    FeatureCollector features;
    std::vector<twin::Issue> issues;
};

inline VectorOutcome readVector(const QString& path, const QString& crs = {})
{
    VectorOutcome outcome;
    outcome.source = twin::vector::read(path, {crs}, outcome.features, outcome.issues, twin::CancellationToken(), {});
    return outcome;
}
