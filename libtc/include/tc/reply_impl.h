// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/jsoncodec.h>
#include <tc/reply.h>

#include <type_traits>

namespace tc {

namespace detail {

/// The error for a body that does not decode; the call layer adds what it knows about the call.
Error decodeError(const JsonError &error, const QByteArray &body);

/// Calls f with as much of (context, argument) as it takes: a member function of context, or a function object.
template <typename F, typename Context, typename... Argument>
void callBack(F &f, Context *context, const Argument &...argument)
{
    if constexpr (std::is_member_function_pointer_v<F>) {
        if constexpr (std::is_invocable_v<F, Context *, const Argument &...>)
            std::invoke(f, context, argument...);
        else
            std::invoke(f, context);
    } else if constexpr (std::is_invocable_v<F &, const Argument &...>) {
        f(argument...);
    } else {
        f();
    }
}

} // namespace detail

/// A call whose result is a T.
///
/// onSuccess() and onFailure() return the reply, to be chained. Their callbacks are member functions of the context or
/// function objects, run in finished(), and are dropped when the context dies. They must be set before the call
/// finishes, that is in the same turn of the event loop in which the call is made.
template <typename T>
class Reply : public ReplyBase
{
public:
    explicit Reply(QObject *parent) : ReplyBase(parent) { }

    /// The result; a default value unless the call went well.
    const T &value() const { return m_value; }
    /// Moves the result out.
    T takeValue() { return std::move(m_value); }

    template <typename Context, typename F>
    Reply *onSuccess(Context *context, F f)
    {
        QObject::connect(this, &ReplyBase::finished, context, [this, context, f = std::move(f)]() mutable {
            if (!error())
                detail::callBack(f, context, m_value);
        });
        return this;
    }

    template <typename Context, typename F>
    Reply *onFailure(Context *context, F f)
    {
        QObject::connect(this, &ReplyBase::finished, context, [this, context, f = std::move(f)]() mutable {
            if (error())
                detail::callBack(f, context, error());
        });
        return this;
    }

protected:
    /// For decoders of other forms.
    void setValue(T value) { m_value = std::move(value); }

    Decoder decoder() override
    {
        return [this](const QByteArray &body) -> Store {
            auto value = std::make_shared<T>();
            if (const auto failure = decodeJson(body, value.get()))
                return [error = detail::decodeError(*failure, body)] { return error; };
            return [this, value] {
                setValue(std::move(*value));
                return Error {};
            };
        };
    }

private:
    T m_value {};
};

/// A call without a result: any body of a 2xx reply will do, and stays reachable through response().
template <>
class Reply<void> : public ReplyBase
{
public:
    explicit Reply(QObject *parent) : ReplyBase(parent) { }

    template <typename Context, typename F>
    Reply *onSuccess(Context *context, F f)
    {
        QObject::connect(this, &ReplyBase::finished, context, [this, context, f = std::move(f)]() mutable {
            if (!error())
                detail::callBack(f, context);
        });
        return this;
    }

    template <typename Context, typename F>
    Reply *onFailure(Context *context, F f)
    {
        QObject::connect(this, &ReplyBase::finished, context, [this, context, f = std::move(f)]() mutable {
            if (error())
                detail::callBack(f, context, error());
        });
        return this;
    }

protected:
    Decoder decoder() override { return {}; }
    bool takesAnyBody() const override { return true; }
};

} // namespace tc
