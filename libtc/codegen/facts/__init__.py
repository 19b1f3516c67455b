# SPDX-License-Identifier: MPL-2.0
"""From an API reference to a model of facts: names, routes, types. No prose."""
