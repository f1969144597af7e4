/** How Balcão says no over HTTP: RFC 9457 problems whose {@code type} stays the same for ever. */
package org.balcao.shared.problem;
