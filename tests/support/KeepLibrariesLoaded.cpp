// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into the tests of a sanitizer build only: plug-ins (Mesa's drivers, Qt's platform plug-ins) stay in memory to
// the end, so that a report names the library its stack goes through, and suppressions can name it, too.
extern "C" int dlclose(void*)
{
    return 0;
}
