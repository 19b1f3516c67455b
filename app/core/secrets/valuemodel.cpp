// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/valuemodel.h"

#include "core/util/visibletext.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using Type = SecretValue::Type;

namespace {

const QString hidden = u"\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022"_s; // however long the value is
constexpr qsizetype shownAtMost = 2000; // of one value in one cell

} // namespace

struct ValueModel::Node {
    Type type = Type::Map;
    QString key {};
    QString scalar {};
    bool isRevealed = false;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children {};

    bool isScalar() const { return type != Type::List && type != Type::Map; }
    int row() const
    {
        const auto &all = parent->children;
        const auto found
            = std::find_if(all.begin(), all.end(), [this](const auto &each) { return each.get() == this; });
        return static_cast<int>(found - all.begin());
    }
    void fill(const SecretValue &value)
    {
        type = value.type;
        key = value.key;
        scalar = value.scalar;
        for (const SecretValue &item : value.items) {
            Node *child = children.emplace_back(std::make_unique<Node>()).get();
            child->parent = this;
            child->fill(item);
        }
    }
    SecretValue value() const
    {
        SecretValue result { type, key, scalar, {} };
        result.items.reserve(children.size());
        for (const auto &child : children)
            result.items.push_back(child->value());
        return result;
    }
    void wipeAll()
    {
        wipe(&scalar);
        for (const auto &child : children)
            child->wipeAll();
    }
    // Every scalar below, itself included.
    template <typename Visit>
    void eachScalar(const Visit &visit)
    {
        if (isScalar())
            visit(this);
        for (const auto &child : children)
            child->eachScalar(visit);
    }
};

QString typeName(Type type)
{
    switch (type) {
    case Type::Null:
        return ValueModel::tr("Null");
    case Type::Bool:
        return ValueModel::tr("True or false");
    case Type::Number:
        return ValueModel::tr("Number");
    case Type::Text:
        return ValueModel::tr("Text");
    case Type::List:
        return ValueModel::tr("List");
    case Type::Map:
        return ValueModel::tr("Map");
    }
    return {};
}

ValueModel::ValueModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) { }

ValueModel::~ValueModel()
{
    m_root->wipeAll();
}

void ValueModel::setValue(const SecretValue &value)
{
    beginResetModel();
    m_root->wipeAll();
    m_root = std::make_unique<Node>();
    m_root->fill(value);
    endResetModel();
}

SecretValue ValueModel::value() const
{
    return m_root->value();
}

void ValueModel::clear()
{
    setValue({});
}

ValueModel::Node *ValueModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ValueModel::indexAt(const Node *node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row(), column, node);
}

QString ValueModel::textOf(const QModelIndex &index) const
{
    return nodeAt(index)->scalar;
}

Type ValueModel::typeOf(const QModelIndex &index) const
{
    return nodeAt(index)->type;
}

QString ValueModel::keyOf(const QModelIndex &index) const
{
    return nodeAt(index)->key;
}

bool ValueModel::isInMap(const QModelIndex &index) const
{
    return index.isValid() && nodeAt(index)->parent->type == Type::Map;
}

QString ValueModel::pathOf(const QModelIndex &index) const
{
    QStringList steps;
    for (const Node *node = nodeAt(index); node->parent; node = node->parent)
        steps.prepend(node->parent->type == Type::Map ? visibleText(node->key) : QString::number(node->row() + 1));
    return steps.join(u" \u203a "_s);
}

void ValueModel::reveal(Node *node, bool revealed)
{
    node->eachScalar([this, revealed](Node *scalar) {
        if (scalar->isRevealed == revealed)
            return;
        scalar->isRevealed = revealed;
        announce(scalar);
    });
}

void ValueModel::setRevealed(const QModelIndex &index, bool revealed)
{
    if (index.isValid())
        reveal(nodeAt(index), revealed);
}

void ValueModel::setAllRevealed(bool revealed)
{
    reveal(m_root.get(), revealed);
}

bool ValueModel::isAllRevealed() const
{
    bool isAll = scalarCount() > 0;
    m_root->eachScalar([&isAll](const Node *scalar) { isAll = isAll && scalar->isRevealed; });
    return isAll;
}

int ValueModel::scalarCount() const
{
    int count = 0;
    m_root->eachScalar([&count](const Node *) { ++count; });
    return count;
}

bool ValueModel::isKeyFree(const QModelIndex &index, const QString &key) const
{
    const Node *node = nodeAt(index);
    if (!node->parent)
        return false;
    const auto &all = node->parent->children;
    return std::none_of(
        all.begin(), all.end(), [node, &key](const auto &each) { return each.get() != node && each->key == key; });
}

void ValueModel::setKey(const QModelIndex &index, const QString &key)
{
    Node *node = nodeAt(index);
    if (!isInMap(index) || node->key == key || !isKeyFree(index, key))
        return;
    node->key = key;
    announce(node);
    Q_EMIT edited();
}

void ValueModel::setScalar(const QModelIndex &index, Type type, const QString &text)
{
    Node *node = nodeAt(index);
    if (!index.isValid() || (node->type == type && node->scalar == text))
        return;
    const bool keepsInside = type == Type::List || type == Type::Map;
    if (!node->children.empty() && !(keepsInside && node->type == type)) {
        beginRemoveRows(indexAt(node), 0, static_cast<int>(node->children.size()) - 1);
        node->wipeAll();
        node->children.clear();
        endRemoveRows();
    }
    node->type = type;
    wipe(&node->scalar);
    if (node->isScalar() && type != Type::Null)
        node->scalar = text;
    announce(node);
    Q_EMIT edited();
}

QModelIndex ValueModel::add(const QModelIndex &container)
{
    Node *parent = nodeAt(container);
    if (parent->isScalar())
        return {};
    auto child = std::make_unique<Node>();
    child->type = Type::Text;
    child->parent = parent;
    child->isRevealed = true;
    int number = 1;
    const auto isTaken = [parent](const QString &key) {
        return std::any_of(
            parent->children.begin(), parent->children.end(), [&key](const auto &each) { return each->key == key; });
    };
    if (parent->type == Type::Map) {
        child->key = tr("key");
        while (isTaken(child->key))
            child->key = tr("key%1").arg(++number);
    }
    const int row = static_cast<int>(parent->children.size());
    beginInsertRows(indexAt(parent), row, row);
    parent->children.push_back(std::move(child));
    endInsertRows();
    announce(parent);
    Q_EMIT edited();
    return createIndex(row, 0, parent->children.back().get());
}

void ValueModel::remove(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    Node *node = nodeAt(index);
    Node *parent = node->parent;
    const int row = node->row();
    beginRemoveRows(indexAt(parent), row, row);
    node->wipeAll();
    parent->children.erase(parent->children.begin() + row);
    endRemoveRows();
    announce(parent);
    Q_EMIT edited();
}

void ValueModel::announce(const Node *node)
{
    if (node != m_root.get())
        Q_EMIT dataChanged(indexAt(node), indexAt(node, ColumnCount - 1));
}

QModelIndex ValueModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeAt(parent)->children[static_cast<size_t>(row)].get());
}

QModelIndex ValueModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexAt(nodeAt(child)->parent) : QModelIndex();
}

int ValueModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeAt(parent)->children.size());
}

int ValueModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString ValueModel::display(const Node &node, int column) const
{
    if (column == KindColumn)
        return typeName(node.type);
    if (column == KeyColumn && node.parent->type == Type::Map)
        return node.key.isEmpty() ? u"\"\""_s : visibleText(node.key);
    if (column == KeyColumn)
        return u"\u2013"_s; // an entry of a list, as YAML shows it
    if (node.type == Type::Null)
        return {};
    if (!node.isScalar())
        return tr("%n entry(s)", nullptr, static_cast<int>(node.children.size()));
    if (!node.isRevealed)
        return hidden;
    return visibleText(node.scalar.left(shownAtMost));
}

QVariant ValueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node *node = nodeAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return display(*node, index.column());
    case Qt::AccessibleTextRole:
        return node->isScalar() && !node->isRevealed && index.column() == ValueColumn ? tr("hidden")
                                                                                      : display(*node, index.column());
    case Qt::ToolTipRole:
        return index.column() == KeyColumn ? pathOf(index) : QVariant();
    case IsScalarRole:
        return node->isScalar();
    case IsRevealedRole:
        return node->isRevealed;
    default:
        return {};
    }
}

QVariant ValueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KeyColumn:
        return tr("Key");
    case KindColumn:
        return tr("Kind");
    case ValueColumn:
        return tr("Value");
    default:
        return {};
    }
}

} // namespace core
