// SPDX-License-Identifier: MPL-2.0
#include <tc/live.h>

#include "connectionprivate.h"

namespace tc::live {

Subscription::Subscription(QList<pulse::Binding> bindings, Connection *connection)
    : QObject(connection), m_bindings(std::move(bindings)), m_connection(connection)
{
}

Subscription::~Subscription()
{
    if (m_connection && m_connection->d)
        m_connection->d->remove(this);
}

Connection::Connection(Client *client, Options options, QObject *parent)
    : QObject(parent), d(std::make_unique<ConnectionPrivate>(this, client, options))
{
}

Connection::~Connection() = default;

void Connection::open()
{
    d->open();
}

void Connection::close()
{
    d->close();
}

bool Connection::isConnected() const
{
    return d->isConnected();
}

const Error &Connection::error() const
{
    return d->error;
}

Subscription *Connection::subscribe(const QList<pulse::Binding> &bindings)
{
    auto *subscription = new Subscription(bindings, this);
    d->add(subscription);
    return subscription;
}

} // namespace tc::live
