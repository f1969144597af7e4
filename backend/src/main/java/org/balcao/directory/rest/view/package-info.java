/**
 * What readers are sent: HSDS records with the additions of our profile, schema.org and GeoJSON.
 *
 * <p>Views are built by hand through their constructors, so a field nobody thought about does not compile. A property without a
 * value is left out. What may be shown of a place is decided by {@link org.balcao.directory.rest.view.VisiblePlace} alone.
 */
package org.balcao.directory.rest.view;
