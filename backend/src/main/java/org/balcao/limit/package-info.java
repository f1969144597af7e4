/**
 * How often may be asked from one place of the internet, by operation, and what more a place may do that shows work. Plain Java; {@code rest}
 * counts requests. docs/limits.md explains it to operators and to callers.
 */
package org.balcao.limit;
