/** The contact centre of AIMA, the agency for integration, migration and asylum: whom to ask when nothing else is known. */
export const CONTACT_CENTRE = '217 115 000'

/** The name under which the directory has it. */
export const CONTACT_CENTRE_NAME = 'Centro de Contacto AIMA'
