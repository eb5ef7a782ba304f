// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "app/cli/HeadlessView.h"
#include "app/main/WindowMode.h"

#include <algorithm>

#include <QCoreApplication>

namespace {

using namespace twin;

cli::Syntax windowSyntax()
{
    return {
        "",
        QT_TRANSLATE_NOOP("twin::cli", "[REGION | tileset.json | DATEIEN… | ORDNER | stadtzwilling:…]"),
        0,
        -1,
        QT_TRANSLATE_NOOP("twin::cli",
                          "Öffnet eine Region im Fenster; Rohdaten werden dort importiert. Ein Verweis aus "
                          "einem Qualitätsbericht (stadtzwilling:…) zeigt sein Objekt, wenn möglich im "
                          "offenen Fenster. Ohne Angabe: die Demo-Region."),
        {{"screenshot", "PNG",
          QT_TRANSLATE_NOOP("twin::cli", "warten, bis alles zu sehen ist, das Fenster als Bild speichern, beenden")},
         {"listen", "SEKUNDEN", QT_TRANSLATE_NOOP("twin::cli", "vor dem Bild so lange auf Live-Werte hören (bis 240)")},
         {"size", "BxH", QT_TRANSLATE_NOOP("twin::cli", "Größe des Fensters in Pixeln")},
         {"camera", "E,N,H,HEADING,PITCH",
          QT_TRANSLATE_NOOP("twin::cli",
                            "Ost, Nord (EPSG:25832), Höhe ü. NHN in m; Richtung ab Gitternord, Neigung in Grad")},
         {"time", "ISO", QT_TRANSLATE_NOOP("twin::cli", "Zeitpunkt für Sonne und Himmel (Vorgabe: die Uhr läuft)")},
         {"select", "GMLID,…", QT_TRANSLATE_NOOP("twin::cli", "diese Objekte auswählen")},
         {"live", "QUELLE|demo|off",
          QT_TRANSLATE_NOOP("twin::cli", "Live-Werte dieser Quelle zeigen, der Demo-Plattform oder keine")},
         {"field", "TYP.EIGENSCHAFT",
          QT_TRANSLATE_NOOP("twin::cli", "diese Eigenschaft als Fläche zwischen Stationen zeigen, etwa "
                                         "WeatherObserved.temperature")},
         {"thing", "QUELLE/KENNUNG",
          QT_TRANSLATE_NOOP("twin::cli", "die Werte dieser Messstelle öffnen; beides nennt ihr Reiter „Quelle“")},
         {"tab", "facts|live|history|source", QT_TRANSLATE_NOOP("twin::cli", "Reiter der Messstelle (Vorgabe: live)")},
         {"theme", "light|dark|contrast", QT_TRANSLATE_NOOP("twin::cli", "Farben der Oberfläche")},
         {"compare", "EBENE", QT_TRANSLATE_NOOP("twin::cli", "diese Ebene mit dem Schieber mit heute vergleichen")},
         {"style", "standard|map|photo", QT_TRANSLATE_NOOP("twin::cli", "als Modell, Karte oder Luftbild zeichnen")},
         {"crs", "EPSG:n",
          QT_TRANSLATE_NOOP("twin::cli", "Koordinatenreferenzsystem von Dateien, die keines nennen")}}};
}

Result<WindowOptions> windowOptions(const cli::Arguments& arguments)
{
    WindowOptions options;
    options.screenshot = arguments.value("screenshot");
    options.language = arguments.value("lang");
    options.theme = arguments.value("theme");
    options.style = arguments.value("style");
    options.camera = arguments.value("camera");
    options.select = arguments.value("select");
    options.live = arguments.value("live");
    options.field = arguments.value("field");
    options.thing = arguments.value("thing");
    options.tab = arguments.value("tab");
    options.listenSeconds = arguments.value("listen").toInt();
    options.compare = arguments.value("compare");
    TWIN_TRY(options.size, arguments.size("size", {}));
    if (arguments.has("time")) {
        TWIN_TRY(options.time, cli::parseTime(arguments.value("time")));
    }
    options.open = arguments.operands();
    if (std::any_of(options.open.begin(), options.open.end(), services::isObjectLink)) {
        if (options.open.size() > 1)
            return failure(
                ErrorCode::InvalidParameter,
                QCoreApplication::translate("twin::cli", "Neben einem Verweis lässt sich nichts anderes öffnen."), {},
                QCoreApplication::translate("twin::cli", "Rufen Sie das Programm für den Verweis allein auf."));
        TWIN_TRY(options.link, services::parseObjectLink(options.open.takeFirst()));
    }
    options.crs = arguments.value("crs");
    return options;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("stadtzwilling"));
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));

    const auto read = [&] { return cli::Arguments::parse(windowSyntax(), words).and_then(windowOptions); };
    if (!cli::isCommand(words))
        if (const auto options = read()) {
            // No application object came before the window's: where one ended, Qt Quick would stay mute to screen
            // readers (its accessibility factories go with the first application).
            return runWindow(argc, argv, *options);
        }
    // Commands work without a window.
    QCoreApplication application(argc, argv);
    if (cli::isCommand(words))
        return cli::run(words, windowSyntax());
    const auto arguments = cli::Arguments::parse(windowSyntax(), words);
    const cli::Language language(arguments ? arguments->value("lang") : QString());
    return cli::report(read().error()); // said again, now translated
}
