/** The index of services, kept by Hibernate Search, and how it follows the directory. */
package org.balcao.search.store;
