// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/methodinfo.h>
#include <tc/scopes.h>

#include <QStringList>

#include <span>
#include <vector>

namespace core {

/// Something that the services do, with what it takes to be allowed to.
struct Operation {
    const tc::MethodInfo *method = nullptr;
    tc::scopes::Expression required {};
    QStringList values {}; ///< names of the parameters in its scopes
    QStringList lists {}; ///< of those that are lists of values
    QStringList conditions {}; ///< of those that are yes or no

    /// "queue.createTask"
    QString name() const;
    /// Whether everybody may do it.
    bool isFree() const;
};

/// All methods of all services, in the order of the API reference.
const std::vector<Operation> &operations();
/// By its name; null when there is none.
const Operation *findOperation(QStringView name);

/// The single scopes by which \a held satisfies \a required, parameters filled in. What is unknown ends a scope with
/// "*". Empty when the verdict is not Yes, and where nothing is needed.
QStringList usedScopes(
    const tc::scopes::Expression &required, const tc::scopes::Parameters &parameters, const tc::scopes::ScopeSet &held);

} // namespace core
