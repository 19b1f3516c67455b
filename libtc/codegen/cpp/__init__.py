# SPDX-License-Identifier: MPL-2.0
"""From the model to C++."""
