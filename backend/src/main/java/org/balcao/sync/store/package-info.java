/** SQL on sources, runs and their records, and on the tables of the directory as a whole. */
package org.balcao.sync.store;
