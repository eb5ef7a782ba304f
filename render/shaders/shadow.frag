#version 330 core
// SPDX-License-Identifier: GPL-3.0-or-later
void main() {}
