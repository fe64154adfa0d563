// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Fayi.Controls
import Fayi.Theme
import Fayi.Ui

/// How this computer reaches the district, and what that may cost. What is chosen holds at once.
Card {
    id: root

    required property StationSession session
    readonly property alias settings: link
    /// An address is wanted, though there may be none yet.
    property bool asksAddress: link.proxy === "manual"
    readonly property var limits: Array.from([0, 20, 50, 100, 200]).concat(link.dayMegabytes > 0 && !Array.from([20, 50, 100, 200]).includes(link.dayMegabytes) ? [link.dayMegabytes] : [])

    signal taken

    LinkController {
        id: link

        session: root.session
        onTaken: root.taken()
    }

    Heading {
        Layout.fillWidth: true
        text: qsTr("Link to the district")
    }

    AppText {
        Layout.fillWidth: true
        objectName: "link-server"
        text: root.session.enrolled ? qsTr("Server: %1").arg(root.session.server) : qsTr("No district was joined yet. What is set here holds for joining one, too.")
        wrapMode: Text.Wrap
        color: Theme.softInk
    }

    FieldEditor {
        Layout.fillWidth: true
        name: "proxy"
        kind: "choice"
        label: qsTr("Proxy")
        hint: qsTr("Only some offices need one. Your network administrator knows.")
        value: root.asksAddress ? "manual" : link.proxy
        choices: [{
                "code": "system",
                "label": qsTr("As the system does it")
            }, {
                "code": "none",
                "label": qsTr("None")
            }, {
                "code": "manual",
                "label": qsTr("By address")
            }]
        onEdited: value => {
            if (value === undefined)
                return;
            root.asksAddress = value === "manual";
            if (value !== "manual")
                link.useNoAddress(value === "system");
        }
    }

    FieldEditor {
        id: address

        Layout.fillWidth: true
        visible: root.asksAddress
        name: "proxy-address"
        kind: "text"
        label: qsTr("Address of the proxy")
        hint: qsTr("for example http://10.0.0.1:8080. A password that is kept is not shown.")
        value: link.address
        problem: link.problem
        onEdited: value => address.value = value
        onAccepted: use.clicked()
    }

    AppButton {
        id: use

        objectName: "proxy-use"
        visible: root.asksAddress
        text: qsTr("Use this address")
        onClicked: {
            if (link.useAddress(address.text))
                address.value = link.address;
        }
    }

    FieldEditor {
        Layout.fillWidth: true
        name: "metered"
        kind: "choice"
        label: qsTr("Is this network paid by the amount?")
        hint: qsTr("With “yes” only records go by themselves; attachments wait until you press Sync now.")
        value: link.metered
        choices: [{
                "code": false,
                "label": qsTr("No")
            }, {
                "code": true,
                "label": qsTr("Yes, a mobile phone for example")
            }]
        onEdited: value => {
            if (value !== undefined)
                link.metered = value;
        }
    }

    FieldEditor {
        Layout.fillWidth: true
        name: "day-limit"
        kind: "choice"
        label: qsTr("At most so much a day by itself")
        hint: link.spent.length > 0 ? qsTr("Today so far: %1. A press on Sync now is never held back.").arg(link.spent) : qsTr("While there is a limit, what was spent today is shown here.")
        value: link.dayMegabytes
        choices: Array.from(root.limits).map(megabytes => ({
                        "code": megabytes,
                        "label": megabytes === 0 ? qsTr("no limit") : megabytes + " MB"
                    }))
        onEdited: value => {
            if (value !== undefined)
                link.dayMegabytes = value;
        }
    }
}
