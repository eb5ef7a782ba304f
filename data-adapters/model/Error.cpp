// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Error.h"

#include <QCoreApplication>

namespace twin {
namespace {

struct Row {
    ErrorCode code;
    const char* title;
    const char* remedy;
};

// clang-format off
constexpr Row rows[] = {
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("twin::Error", "Nicht gefunden"), QT_TRANSLATE_NOOP("twin::Error", "Prüfen Sie den Namen und versuchen Sie es erneut.")},
    {ErrorCode::AccessDenied, QT_TRANSLATE_NOOP("twin::Error", "Zugriff verweigert"), QT_TRANSLATE_NOOP("twin::Error", "Prüfen Sie die Zugriffsrechte der Datei oder Ihre Anmeldung.")},
    {ErrorCode::NetworkUnavailable, QT_TRANSLATE_NOOP("twin::Error", "Kein Netz"), QT_TRANSLATE_NOOP("twin::Error", "Prüfen Sie die Netzverbindung; die letzten bekannten Daten bleiben sichtbar.")},
    {ErrorCode::Timeout, QT_TRANSLATE_NOOP("twin::Error", "Keine Antwort in der erwarteten Zeit"), QT_TRANSLATE_NOOP("twin::Error", "Versuchen Sie es später erneut.")},
    {ErrorCode::ServerError, QT_TRANSLATE_NOOP("twin::Error", "Der Server meldet einen Fehler"), QT_TRANSLATE_NOOP("twin::Error", "Versuchen Sie es später erneut oder fragen Sie den Betreiber der Quelle.")},
    {ErrorCode::RateLimited, QT_TRANSLATE_NOOP("twin::Error", "Zu viele Anfragen"), QT_TRANSLATE_NOOP("twin::Error", "Das Programm wartet und versucht es von selbst erneut.")},
    {ErrorCode::UnsupportedFormat, QT_TRANSLATE_NOOP("twin::Error", "Unbekanntes Format"), QT_TRANSLATE_NOOP("twin::Error", "Wählen Sie eine Datei in einem unterstützten Format, zum Beispiel CityGML oder CityJSON.")},
    {ErrorCode::UnsupportedVersion, QT_TRANSLATE_NOOP("twin::Error", "Version wird nicht unterstützt"), QT_TRANSLATE_NOOP("twin::Error", "Exportieren Sie die Daten in einer unterstützten Version oder aktualisieren Sie das Programm.")},
    {ErrorCode::MalformedData, QT_TRANSLATE_NOOP("twin::Error", "Beschädigte oder ungültige Daten"), QT_TRANSLATE_NOOP("twin::Error", "Holen Sie die Datei erneut oder fragen Sie den Anbieter.")},
    {ErrorCode::MissingCrs, QT_TRANSLATE_NOOP("twin::Error", "Koordinatenreferenzsystem fehlt"), QT_TRANSLATE_NOOP("twin::Error", "Geben Sie es mit --crs an, zum Beispiel --crs EPSG:25832.")},
    {ErrorCode::TransformFailed, QT_TRANSLATE_NOOP("twin::Error", "Koordinaten lassen sich nicht umrechnen"), QT_TRANSLATE_NOOP("twin::Error", "Prüfen Sie das Koordinatenreferenzsystem der Quelle.")},
    {ErrorCode::UnknownHeightReference, QT_TRANSLATE_NOOP("twin::Error", "Höhenbezug unbekannt"), QT_TRANSLATE_NOOP("twin::Error", "Geben Sie den Höhenbezug der Quelle an.")},
    {ErrorCode::OutOfRegion, QT_TRANSLATE_NOOP("twin::Error", "Außerhalb der Region"), QT_TRANSLATE_NOOP("twin::Error", "Wählen Sie einen Ort innerhalb der Region.")},
    {ErrorCode::NoData, QT_TRANSLATE_NOOP("twin::Error", "Keine Daten"), QT_TRANSLATE_NOOP("twin::Error", "Wählen Sie eine andere Quelle oder eine andere Zeit.")},
    {ErrorCode::InvalidParameter, QT_TRANSLATE_NOOP("twin::Error", "Ungültige Eingabe"), QT_TRANSLATE_NOOP("twin::Error", "Korrigieren Sie die Angabe; --help zeigt, was erwartet wird.")},
    {ErrorCode::ResourceExhausted, QT_TRANSLATE_NOOP("twin::Error", "Zu wenig Speicher oder Plattenplatz"), QT_TRANSLATE_NOOP("twin::Error", "Geben Sie Platz frei und versuchen Sie es erneut.")},
    {ErrorCode::Cancelled, QT_TRANSLATE_NOOP("twin::Error", "Abgebrochen"), ""},
    {ErrorCode::Internal, QT_TRANSLATE_NOOP("twin::Error", "Interner Fehler"), QT_TRANSLATE_NOOP("twin::Error", "Bitte melden Sie dies zusammen mit dem Protokoll.")},
};
// clang-format on
static_assert(std::size(rows) == static_cast<std::size_t>(ErrorCode::Internal) + 1, "one row per ErrorCode");

const Row& rowOf(ErrorCode code)
{
    return rows[static_cast<std::size_t>(code)];
}

QString translated(const char* text)
{
    return *text == '\0' ? QString() : QCoreApplication::translate("twin::Error", text);
}

} // namespace

QString errorTitle(ErrorCode code)
{
    return translated(rowOf(code).title);
}

QString defaultRemedy(ErrorCode code)
{
    return translated(rowOf(code).remedy);
}

QString SourceLocation::toText() const
{
    QString text = source;
    if (!text.isEmpty() && line > 0)
        text += QLatin1Char(':') + QString::number(line);
    if (!text.isEmpty() && !id.isEmpty())
        text += QLatin1Char(' ');
    return text + id;
}

QString Error::effectiveRemedy() const
{
    return remedy.isEmpty() && causes.empty() ? defaultRemedy(code) : remedy;
}

QString Error::toText() const
{
    QString text = summary.isEmpty() ? errorTitle(code) : summary;
    if (!where.source.isEmpty())
        text += QStringLiteral(" [%1]").arg(where.toText());
    if (const QString next = effectiveRemedy(); !next.isEmpty())
        text += QLatin1Char(' ') + next;
    for (const Error& cause : causes)
        text += QStringLiteral("\n  ") + cause.toText();
    return text;
}

} // namespace twin
