// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>

#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

namespace tc::test {

/// Sets variables of the environment, or unsets them (no value), until it goes.
class Environment
{
public:
    using Variable = std::pair<const char *, std::optional<QByteArray>>;

    Environment(std::initializer_list<Variable> variables)
    {
        for (const auto &[name, value] : variables)
            set(name, value);
    }
    ~Environment()
    {
        for (auto it = m_before.crbegin(); it != m_before.crend(); ++it)
            put(it->first, it->second);
    }
    Q_DISABLE_COPY_MOVE(Environment)

    void set(const char *name, const std::optional<QByteArray> &value)
    {
        m_before.emplace_back(name, qEnvironmentVariableIsSet(name) ? std::optional(qgetenv(name)) : std::nullopt);
        put(name, value);
    }

private:
    static void put(const char *name, const std::optional<QByteArray> &value)
    {
        if (value)
            qputenv(name, *value);
        else
            qunsetenv(name);
    }

    std::vector<Variable> m_before;
};

} // namespace tc::test
