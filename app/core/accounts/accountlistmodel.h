// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QAbstractItemModel>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <vector>

namespace core {

class AccountRegistry;

/// The accounts, below the deployments that they are at.
class AccountListModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< of an account; empty for a deployment
        RootUrlRole,
        ColourRole, ///< Account::colour
        LetterRole, ///< accountLetter()
        KindRole, ///< text: what its credentials are
        NoteRole, ///< text: how it stands with it, see accountNote()
        IsTroubleRole, ///< whether the note is about something to do
        IsDefaultRole,
    };
    /// What a deployment is called.
    using NameOf = std::function<QString(const QString &rootUrl)>;

    /// \a registry must outlive this.
    AccountListModel(AccountRegistry *registry, NameOf nameOf, QObject *parent = nullptr);

    QModelIndex indexOf(const QString &id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Deployment {
        quint64 serial = 0; ///< from 1 on; what an account's index holds of its parent
        QString rootUrl {};
        QStringList ids {};
    };

    void accountAdded(const QString &id);
    void accountRemoved(const QString &id);
    void accountChanged(const QString &id);
    void refreshTimes();
    const Deployment *parentOf(const QModelIndex &index) const;
    QVariant deploymentData(const Deployment &deployment, int role) const;
    QVariant accountData(const QString &id, int role) const;

    AccountRegistry *m_registry;
    NameOf m_nameOf;
    std::vector<Deployment> m_deployments;
    quint64 m_lastSerial = 0;
    QTimer m_clock;
};

} // namespace core
