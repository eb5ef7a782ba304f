// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewport/WindowGraphics.h"

#include <QGuiApplication>
#include <QTest>

/// main() of a test that opens windows the way the program does.
#define TWIN_GUI_TEST_MAIN(TestClass)                                                                                  \
    int main(int argc, char** argv)                                                                                    \
    {                                                                                                                  \
        twin::viewport::requestOpenGl();                                                                               \
        QGuiApplication application(argc, argv);                                                                       \
        TestClass test;                                                                                                \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
