/**
 * Reading what a source publishes: the files of the starter data, and the same shapes as JSON Lines.
 * What can be read becomes a plain {@link org.balcao.directory.feed.SourceRecord}; what cannot, a reason.
 */
package org.balcao.directory.feed;
