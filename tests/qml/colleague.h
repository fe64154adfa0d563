// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QVariantMap>
#include <memory>
#include <vector>

#include "fayi/testing/fakes.h"

namespace fayi::testing {

/// Other people at other computers, who write, submit and judge while somebody sits at the desk of a test.
class Colleague : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// A new store of a person with that role, joined to a hub that nobody can reach.
    Q_INVOKABLE QString office(const QString& name, const QString& role, const QString& org);
    /// A new store that has joined the hub there.
    Q_INVOKABLE QString join(const QString& url, const QString& code);
    Q_INVOKABLE QString create(const QString& folder, const QString& type, const QVariantMap& fields);
    /// A whole lecture, submitted.
    Q_INVOKABLE QString lecture(const QString& folder, const QString& theme);
    Q_INVOKABLE void edit(const QString& folder, const QString& id, const QVariantMap& fields);
    Q_INVOKABLE void submit(const QString& folder, const QString& id);
    Q_INVOKABLE void verify(const QString& folder, const QString& id);
    Q_INVOKABLE void makeVoid(const QString& folder, const QString& id, const QString& reason);
    Q_INVOKABLE void restrict(const QString& folder, const QString& id, const QString& reason);
    /// Verified, whatever the form still lacks.
    Q_INVOKABLE void force(const QString& folder, const QString& id);
    Q_INVOKABLE void sync(const QString& folder);
    /// draft, submitted, verified, returned, void; or "changed" since it was verified.
    Q_INVOKABLE QString state(const QString& folder, const QString& id);
    /// How many changes of theirs the hub did not take.
    Q_INVOKABLE int refused(const QString& folder);
    /// How many records of a type are in a folder.
    Q_INVOKABLE int count(const QString& folder, const QString& type);
    /// Somebody of the office remarks something, whoever sits here.
    Q_INVOKABLE void remark(const QString& folder, const QString& id, const QString& text,
                            const QString& field);
    /// How many remarks it carries.
    Q_INVOKABLE int remarks(const QString& folder, const QString& id);

private:
    QString newFolder();

    std::vector<std::unique_ptr<TemporaryFolder>> m_folders;
};

}  // namespace fayi::testing
