/** Asking servers of others, whose addresses somebody else wrote. */
package org.balcao.outbound;
