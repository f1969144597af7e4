/**
 * The directory's nouns: HSDS objects as records, and what our profile adds.
 * Public fields carry the HSDS names in camel case; positions, versions and dates of change are kept by the database.
 */
package org.balcao.directory.model;
