// SPDX-License-Identifier: Apache-2.0
import Fayi.Controls
import Fayi.Ui

/// The views of a record, each with the number of what is in it; only those that its type has.
Tabs {
    id: root

    required property RecordView record
    required property AttachmentsModel files
    required property DossierModel dossier
    required property HistoryModel history

    tabs: Array.from([{
                "code": "content",
                "label": qsTr("Content")
            }, {
                "code": "attachments",
                "label": qsTr("Files (%1)").arg(root.files.count),
                "hidden": !root.files.possible
            }, {
                "code": "dossier",
                "label": qsTr("Dossier (%1)").arg(root.dossier.filed),
                "hidden": !root.dossier.possible
            }, {
                "code": "history",
                "label": qsTr("History (%1)").arg(root.history.count)
            }, {
                "code": "remarks",
                "label": qsTr("Remarks (%1)").arg(root.record.remarks.length)
            }]).filter(tab => !tab.hidden)
}
