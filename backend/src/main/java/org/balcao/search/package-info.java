/** Finding services by what people type, in any tongue. It follows the directory's change log; PostgreSQL alone is the truth. */
package org.balcao.search;
