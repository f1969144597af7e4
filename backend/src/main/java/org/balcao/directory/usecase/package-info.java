/** What is done with the directory: applying what a source states, and the first load. Transactions begin here. */
package org.balcao.directory.usecase;
