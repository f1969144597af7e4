/** The same lists and counts out of PostgreSQL: in the order of entry, by the hours of a schedule, and while the index cannot answer. */
package org.balcao.search.store.sql;
