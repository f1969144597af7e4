/** Lists of services in the formats of spreadsheets, calendars and feeds, made of the records that the API sends. */
package org.balcao.directory.rest.download;
