// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Fayi.Ui

/// What every page looks at.
QtObject {
    id: root

    required property StationSession session
    /// False: nothing is sent.
    required property bool syncing

    readonly property TypesModel types: TypesModel {
        session: root.session
    }
    readonly property AttentionModel attention: AttentionModel {
        session: root.session
    }
    readonly property ReviewModel queue: ReviewModel {
        session: root.session
    }
    readonly property LocksModel locks: LocksModel {
        counts: false
        session: root.session
    }
    readonly property DangerController danger: DangerController {
        session: root.session
    }
    readonly property SyncController sync: SyncController {
        active: root.syncing
        session: root.session
    }
}
