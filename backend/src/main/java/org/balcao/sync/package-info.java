/** What partners publish in their own systems: taken in record by record, with a plan first and nothing dropped silently, and given out again. */
package org.balcao.sync;
