// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/OpenRegion.h"
#include "app/viewmodels/BackgroundRunner.h"
#include "package/ObjectTable.h"

#include <functional>

namespace twin {

/// The city objects of the open region, read once when somebody wants them all: for the table and for colours by an
/// attribute. GUI thread; the rows are immutable and may cross threads.
class RegionObjects : public QObject {
    Q_OBJECT

public:
    using Rows = std::shared_ptr<const std::vector<package::TableRow>>;
    static constexpr std::size_t mostObjects = 1'000'000;

    explicit RegionObjects(QObject* parent = nullptr) : QObject(parent) {}
    ~RegionObjects() override { m_cancel.cancel(); }

    /// @param region  null or without package: there are none
    void setRegion(std::shared_ptr<const services::OpenedRegion> region);
    /// City models came or went: what was read is read again.
    void refresh();
    /// @returns null until they are read.
    [[nodiscard]] const Rows& rows() const { return m_rows; }
    [[nodiscard]] bool canRead() const { return !m_folder.isEmpty(); }
    /// Reads them unless that was done or goes on; changed() tells.
    void want();

Q_SIGNALS:
    void changed();
    void failed(const twin::Error& error);

private:
    [[nodiscard]] static Result<std::vector<package::TableRow>> read(const QString& folder,
                                                                     const CancellationToken& cancel);
    void forget();

    QString m_folder;
    std::vector<QString> m_layers; ///< of objects that were added
    Rows m_rows;
    bool m_reading = false;
    int m_request = 0;
    CancellationToken m_cancel;
    BackgroundRunner m_runner;
};

} // namespace twin
