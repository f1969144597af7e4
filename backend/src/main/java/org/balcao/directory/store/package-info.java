/** Keeping and finding the directory's records in PostgreSQL. */
package org.balcao.directory.store;
