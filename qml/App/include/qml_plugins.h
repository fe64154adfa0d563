// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlextensionplugin.h>

/// Every QML module of ours is a static plugin; a program that shows pages includes this once.
Q_IMPORT_QML_PLUGIN(Fayi_UiPlugin)
Q_IMPORT_QML_PLUGIN(Fayi_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Fayi_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Fayi_StartPlugin)
Q_IMPORT_QML_PLUGIN(Fayi_HomePlugin)
Q_IMPORT_QML_PLUGIN(Fayi_RecordsPlugin)
Q_IMPORT_QML_PLUGIN(Fayi_ConflictsPlugin)
Q_IMPORT_QML_PLUGIN(Fayi_ReviewPlugin)
Q_IMPORT_QML_PLUGIN(Fayi_SyncPlugin)
Q_IMPORT_QML_PLUGIN(Fayi_FiguresPlugin)
Q_IMPORT_QML_PLUGIN(Fayi_AssessmentPlugin)
Q_IMPORT_QML_PLUGIN(Fayi_BoardPlugin)
Q_IMPORT_QML_PLUGIN(Fayi_SettingsPlugin)
Q_IMPORT_QML_PLUGIN(Fayi_HelpPlugin)
Q_IMPORT_QML_PLUGIN(Fayi_AppPlugin)
