/** Edits, conflicts and corrections in the database. */
package org.balcao.upkeep.store;
