export * from '../../frontend/src/eligibility/answers'
export * from '../../frontend/src/eligibility/assess'
export * from '../../frontend/src/eligibility/days'
export * from '../../frontend/src/eligibility/pack'
