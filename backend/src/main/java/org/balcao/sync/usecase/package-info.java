/** Receiving a delivery, planning what shall become of it, and doing that. */
package org.balcao.sync.usecase;
