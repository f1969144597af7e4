/**
 * Finding services by what people type, in any tongue. This package is the face of the feature: {@link org.balcao.search.ServiceSearch} and
 * the types that cross it. It follows the directory's change log; PostgreSQL alone is the truth.
 */
package org.balcao.search;
