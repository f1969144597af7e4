/** The API for partners' systems and for who keeps a copy of ours. */
package org.balcao.sync.rest;
