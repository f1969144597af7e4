/** Letting go of connections that are slow on purpose, and of requests whose head cannot be read, before there is anything to route. */
package org.balcao.web.connection;
